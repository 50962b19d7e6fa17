import { figuresText } from './figures-text.ts';
import { jobName } from './job-name.ts';
import type { ProgressEvent } from './progress.ts';

/** One line for what an operation tells, in the same words on every host. Bytes are counted, not rounded. */
export function progressText(event: ProgressEvent): string {
  switch (event.type) {
    case 'phase':
      return event.title;
    case 'warning':
      return event.message;
    case 'status': {
      const { job, snapshot } = event;
      const done = snapshot.progress === undefined ? '' : `, ${Math.floor(snapshot.progress * 100)} % done`;
      const said = [snapshot.message, figuresText(snapshot.figures)].filter((text) => text !== undefined);
      return `${jobName(job)} is ${snapshot.rawStatus}${done}${said.length === 0 ? '' : ` (${said.join('; ')})`}`;
    }
    case 'fault':
      return `Could not look at ${jobName(event.job)}, ${event.faultsInARow} in a row: ${event.message}`;
    case 'rows':
      return `${event.done} of ${event.total} rows done`;
    case 'upload':
    case 'download': {
      const share = event.totalBytes === undefined ? '' : ` of ${event.totalBytes}`;
      return `${event.type === 'upload' ? 'Sent' : 'Received'} ${event.bytes}${share} bytes of "${event.name}"`;
    }
  }
}
