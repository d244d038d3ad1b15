/** Hours that can be chosen for a digest. Apart from the schemas, so that a page can list them without carrying a validator. */
export const digestHours = ['06:00', '07:00', '08:00', '09:00', '10:00', '11:00', '12:00', '13:00', '14:00'] as const
