/** The gallery's one page: links and frames. Every switch is a link, so the address says what is shown. */
import { noticeKindSchema } from '../../functions/schema/notice.ts'
import { variantNames } from './contents.ts'

const people = [
  'koordinator@bappeda.example',
  'operator@perikanan.example',
  'kepala@dinsos.example',
  'viewer@bappeda.example',
]
const places = [
  '/tugas',
  '/putaran/3a-2026-2/perikanan/aksi3a-penandaan-anggaran',
  '/rekap',
  '/rekap/jendela',
  '/reviu',
  '/surat',
  '/surat/rencana',
  '/temuan',
  '/hasil',
  '/acuan',
  '/pengaturan',
  '/pengaturan/persiapan',
  '/pengaturan/direktori',
  '/pengaturan/uji-surel',
  '/kalender',
  '/saya',
]
const widths = ['360', '768', '1280']

/** Switches and their first values. */
const first = {
  komponen: 'ya',
  surat: '',
  halaman: '',
  bahasa: 'id',
  media: 'layar',
  isi: 'biasa',
  orang: people[0] ?? '',
  lebar: '1280',
}
type Shown = typeof first

export function galleryPage(given: URLSearchParams): string {
  const shown: Shown = { ...first, ...Object.fromEntries(given) }
  const choose = (name: keyof Shown, values: readonly string[], also: Partial<Shown> = {}) =>
    `<p>${values.map((value) => link({ ...shown, ...also, [name]: value }, value, shown[name] === value)).join(' ')}</p>`
  return `<!doctype html><html lang="id"><meta charset="utf-8"><title>Galeri</title>
<style>body{font:14px/1.5 system-ui;margin:1rem;display:grid;grid-template-columns:20rem 1fr;gap:1rem}h2{margin:.5rem 0 0;font-size:1rem}p{margin:.2rem 0}
a{display:inline-block;padding:.1rem .4rem}a[aria-current]{background:#123;color:#fff}iframe{border:1px solid #999;height:90vh;max-width:100%}</style>
<nav><h2>Komponen</h2>${choose('komponen', ['ya'], { surat: '', halaman: '' })}<h2>Media</h2>${choose('media', ['layar', 'cetak'])}
<h2>Surel</h2>${choose('surat', noticeKindSchema.options, { komponen: '', halaman: '' })}<h2>Isi</h2>${choose('isi', variantNames)}
<h2>Bahasa</h2>${choose('bahasa', ['id', 'en'])}<h2>Halaman</h2>${choose('halaman', places, { komponen: '', surat: '' })}
<h2>Orang</h2>${choose('orang', people)}<h2>Lebar</h2>${choose('lebar', widths)}</nav><main>${frames(shown)}</main>`
}

function link(shown: Shown, text: string, isCurrent: boolean): string {
  return `<a href="?${escaped(new URLSearchParams(shown).toString())}"${isCurrent ? ' aria-current="true"' : ''}>${escaped(text)}</a>`
}

function frames({ surat, halaman, bahasa, media, isi, orang, lebar }: Shown): string {
  const frame = (src: string) =>
    `<iframe src="${escaped(src)}" width="${escaped(lebar)}" title="${escaped(src)}"></iframe>`
  if (halaman !== '') return frame(`/galeri/masuk?${new URLSearchParams({ email: orang, ke: halaman })}`)
  if (surat === '') return frame(`/galeri/komponen?${new URLSearchParams({ bahasa, media })}`)
  const query = new URLSearchParams({ bahasa, isi })
  return ['html', 'txt'].map((form) => frame(`/galeri/surat/${surat}.${form}?${query}`)).join('')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
