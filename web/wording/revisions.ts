/** What people call the parts of what is revised, in a line of history. */
import type { Wording } from '../../functions/schema/wording.ts'

const w = (id: string, en: string): Wording => ({ id, en })

/** What people call the parts of a mail plan, in a line of history. */
export const alertWords: Readonly<Record<string, Wording>> = {
  workingDaysBeforeTarget: w('hari pengingat', 'reminder days'),
  morning: w('surel pagi', 'morning mails'),
  targetDayTimes: w('jam pada hari target', 'hours on the target day'),
  evening: w('ringkasan sore', 'evening digest'),
  headSteps: w('surel untuk kepala', 'mails to the head'),
  digest: w('aturan rekap', 'digest rules'),
}

/** What people call the parts of what is revised. */
export const partWords: Readonly<Record<string, Wording>> = {
  title: w('judul atau jabatan', 'title'),
  name: w('nama', 'name'),
  shortName: w('nama singkat', 'short name'),
  kind: w('jenis', 'kind'),
  sectors: w('bidang urusan', 'sectors'),
  workingWeek: w('pekan kerja', 'working week'),
  phone: w('telepon', 'telephone'),
  email: w('alamat surel', 'address'),
  role: w('peran', 'role'),
  agencyIds: w('perangkat daerah', 'agencies'),
  language: w('bahasa', 'language'),
  disabled: w('status aktif', 'active or not'),
  outOfUse: w('pemakaian', 'use'),
  deputyId: w('wakil', 'deputy'),
  checks: w('pemeriksaan', 'checks'),
  holidays: w('hari libur', 'holidays'),
  replyTo: w('surel bantuan', 'help address'),
  helpPhone: w('telepon bantuan', 'help telephone'),
  colours: w('warna', 'colours'),
  paper: w('kertas', 'paper'),
  retentionYears: w('masa simpan data pribadi', 'how long personal data are kept'),
  logo: w('logo', 'logo'),
  fiscalYear: w('tahun anggaran', 'fiscal year'),
  phase: w('tahap', 'phase'),
  opensOn: w('tanggal dibuka', 'opening date'),
  opensAtTime: w('jam dibuka', 'opening hour'),
  targetOn: w('target penyelesaian', 'target date'),
  closesOn: w('batas akhir', 'final deadline'),
  alertPlan: w('jadwal surel', 'mail plan'),
  assignments: w('penugasan', 'assignments'),
  assigned: w('penugasan', 'assignments'),
  milestones: w('hari Musrenbang', 'Musrenbang days'),
}
