import type { ErrorCode } from './engine-error.ts';

/** What a kind of failure means to the one who meets it. */
export interface ErrorAdvice {
  /** What has happened, in one or two sentences. */
  readonly meaning: string;
  /** What to do next, where the error itself says nothing more exact. */
  readonly next: string;
}

/** The words of `docs/troubleshooting.md` on each kind of failure. */
export const errorGuide: Readonly<Record<ErrorCode, ErrorAdvice>> = {
  'invalid-input': {
    meaning: 'An input, a file or a setting cannot work. Nothing was changed at the vendor by what is wrong.',
    next: 'All wrong inputs are named at once: mend them and run it again.',
  },
  cancelled: {
    meaning: 'Somebody stopped the execution or the run, or the process was told to end.',
    next: 'Nothing, if that was meant. A job that had been started may go on: its ID is in the execution or the log.',
  },
  timeout: {
    meaning: 'No answer came, or not in time. What may be repeated has been, several times.',
    next: 'Look at the network, the proxy and the status page of the vendor, then try again.',
  },
  network: {
    meaning: 'The server could not be reached or spoken to, or the connection broke.',
    next: 'Check the base URL, the connection, the proxy and the certificate, from the machine that runs this.',
  },
  unauthorized: {
    meaning: 'The vendor does not accept the key.',
    next: 'Test the credential: the key may be mistyped, expired, of another kind, or of another region.',
  },
  forbidden: {
    meaning:
      'The key is known, and may not do this: the role, the sharing or a rule on addresses forbids it. Of an upload URL: it has expired.',
    next: 'Ask the owner of the resource for the right, or use the key of somebody who has it.',
  },
  'not-found': {
    meaning: 'What an ID, a name or a URL stands for is not there, or not for this key.',
    next: 'Take the ID from the list again, and check that region, endpoint and organization are the right ones.',
  },
  conflict: {
    meaning:
      'The thing is in a state in which this cannot be done: in use, not yet ready, or changed by somebody else.',
    next: 'Look at its state at the vendor. Wait until it is ready, or end what uses it.',
  },
  'too-large': {
    meaning: 'The vendor takes nothing as large as this.',
    next: 'Send less at a time; the [limits](limits.md) tell how much.',
  },
  'rate-limited': {
    meaning:
      'Too many requests, or a quota that is used up. It was tried again for as long as the vendor asked.',
    next: 'Wait, lower the number of requests at once, or have the quota raised.',
  },
  rejected: {
    meaning: 'The vendor read the request and refused it; its own words stand in the message.',
    next: 'Mend what they name. The same request will be refused again.',
  },
  'server-error': {
    meaning: 'Something failed at the vendor.',
    next: 'Try again later. If it stays so, give the request ID to the support of the vendor.',
  },
  'unexpected-answer': {
    meaning: 'An answer came that is not what the vendor documents: a login page, a redirect, half a file.',
    next: 'Check the base URL and the proxy: something other than the vendor may be answering. Else report it.',
  },
  'outcome-unknown': {
    meaning:
      'A request that starts or changes something may have been carried out, and it cannot be seen whether it was. It was not sent again, since a second one may cost money.',
    next: 'Look at the vendor for what the message names, before anything is run again.',
  },
  'job-failed': {
    meaning: 'The job ended at the vendor, and not well.',
    next: 'Read the reason in the message or in the log of the job, mend the data or the settings, and start a new one.',
  },
  deadline: {
    meaning: 'The time that was given is over, and what was waited for has not come about.',
    next: 'Wait on with the ID in the message, or give more time.',
  },
  'source-mismatch': {
    meaning:
      'A file was not what it was when it was first looked at: it changed, or was cut off, while it was sent.',
    next: 'Let nothing write to it meanwhile, then send it again.',
  },
  unsupported: {
    meaning:
      'This cannot be done here: the host, the plan of the account or the kind of the model does not have it.',
    next: 'Take the other way that the message names.',
  },
};
