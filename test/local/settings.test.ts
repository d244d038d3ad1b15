import { describe, expect, it } from 'vitest'
import { readSettings, SettingsError } from '../../local/settings.ts'

const refused = (env: Record<string, string>, args: string[] = []) => {
  try {
    readSettings(env, args)
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError)
    return (error as Error).message
  }
  throw new Error('was not refused')
}

describe('the settings of local mode', () => {
  it('take the code of any regency, in either spelling, with data of its own', () => {
    expect(readSettings({}, ['--region=5302'])).toMatchObject({
      regency: '53.02',
      dataDir: expect.stringMatching(/\/\.lengkap-53\.02$/),
    })
    expect(readSettings({ DATA_DIR: '/tmp/x' }, ['--region=53.02', '--clock=real'])).toMatchObject({
      regency: '53.02',
      dataDir: '/tmp/x',
      clock: { kind: 'real' },
    })
    expect(readSettings({}, []).regency).toBeUndefined()
    expect(refused({}, ['--region=TTS'])).toContain('--region=53.02')
    expect(readSettings({}, ['--region=53.02', '--empty'])).toMatchObject({
      regency: '53.02',
      empty: true,
      dataDir: expect.stringMatching(/\/\.lengkap-53\.02-empty$/),
    })
    expect(refused({}, ['--empty'])).toContain('--region=53.02 --empty')
  })

  it('have the documented defaults', () => {
    expect(readSettings({}, [])).toMatchObject({
      port: 3000,
      dynamodbPort: 8000,
      inboxPort: 8005,
      clock: { kind: 'rehearsal', from: undefined },
      dynamodbEndpoint: undefined,
      sesEndpoint: undefined,
    })
    expect(readSettings({}, []).dataDir).toMatch(/\/\.lengkap$/)
  })

  it('take an instant with offset for the rehearsal clock', () => {
    const { clock } = readSettings({ LENGKAP_NOW: '2026-02-13T08:00:00+08:00' }, [])
    expect(clock).toEqual({ kind: 'rehearsal', from: new Date('2026-02-13T00:00:00Z') })
  })

  it.each(['2026-02-13', '2026-02-13T08:00:00', 'besok', '2026-02-30T08:00:00+08:00'])(
    'refuse LENGKAP_NOW=%s in one line that names it',
    (value) => {
      const line = refused({ LENGKAP_NOW: value })
      expect(line).toContain('LENGKAP_NOW')
      expect(line).not.toContain('\n')
    },
  )

  it.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['INBOX_PORT', '-1'],
    ['DYNAMODB_PORT', '1.5'],
    ['DYNAMODB_ENDPOINT', 'localhost'],
    ['DATA_DIR', ''],
  ])('refuse %s=%s and name it', (name, value) => {
    expect(refused({ [name]: value })).toContain(name)
  })

  it('refuse an unknown argument', () => {
    expect(refused({}, ['--klok=real'])).toContain('--klok=real')
    expect(readSettings({}, ['--clock=real']).clock).toEqual({ kind: 'real' })
  })
})
