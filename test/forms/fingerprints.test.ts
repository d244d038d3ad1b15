/**
 * A published form never changes: revisions that answered it must keep their meaning. If this fails, you changed a published
 * version (or a field file it uses). Undo it and add a new version beside it; never edit a fingerprint of a form in use.
 */
import { expect, test } from 'vitest'
import { contentHash } from '../../functions/domain/content-hash.ts'
import { formDefinitions } from '../../functions/forms/catalogue.ts'

const published: Record<string, string> = {
  'aksi3a-penandaan-anggaran.v1': '2b51bdb3ebbc467e5e7477f82d02329580f49634227916fea3c4c9905a5eff62',
  'reviu-aksi-2025.v1': 'a513202706a4a994eae26e846061ced1fed7495feaee00dfb56eedb0b084b9aa',
  'monev-cakupan-layanan.v1': '7ddfbaa86b83d765f942c9dd0af0b3776843d732d6fc8e19d88bfc49e22af60f',
  'data-sasaran.v1': 'e5adc1973a09a63ca4f7d176a31e935ef84462c7a0ebef7796c8e6134ca1e76a',
  'aksi3a-penandaan-anggaran.v2': '614726118ce7ef259dd5875a9166fe6d5cee7df8d41dd1aa5a55ff47b2d6bd08',
  'reviu-aksi-2025.v2': '2b3bba53fb9f7d8bd4bc0f1554852aa2846a3955b7a27b829600c84ba0a5f717',
  'data-pendukung.v2': '68b3daad09e8ba9f894c82922bef6b85e8840f93d513b17123405a81df9e40a6',
  'data-pendukung.v1': '4cf2106de8941462bae33399afee03fbe5791e80465d05c5b75720dbdb78e06c',
}

test('published forms are as they were published', () => {
  expect(
    Object.fromEntries(formDefinitions().map((form) => [`${form.id}.v${form.version}`, contentHash(form)])),
  ).toEqual(published)
})
