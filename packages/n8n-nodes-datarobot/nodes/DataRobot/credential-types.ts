/** The credential types of this package, by what they open. */
export const credentialTypes = {
  platform: 'dataRobotApi',
  portable: 'dataRobotPortableServerApi',
} as const;
