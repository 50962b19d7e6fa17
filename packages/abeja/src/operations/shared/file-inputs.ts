import { reference } from '@modelferry/operation';
import { channelInput } from './channel-input.ts';

/** Name a file that is there. @param what is done to it: `delete` */
export const fileInputs = (what: string) => ({
  channelId: channelInput('The channel that the file is in'),
  fileId: reference({
    title: 'File',
    description: `The file to ${what}`,
    lookup: 'files',
    dependsOn: ['channelId'],
    placeholder: 'e.g. 20180515T180605-f4acc798-9afa-40a1-b500-ebce42a4fa3f',
  }),
});
