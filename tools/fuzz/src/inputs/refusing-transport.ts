import { TransportError, type Transport, type TransportRequest } from '@modelferry/http';

/** A transport that looks at requests and lets none pass. */
export interface RefusingTransport extends Transport {
  readonly requests: readonly TransportRequest[];
  /** What no request may be. */
  readonly findings: readonly string[];
}

/** What HTTP allows in a header's value, and in its name. */
const headerValue = /^[\t\x20-\x7e\x80-\xff]*$/;
const headerName = /^[\w!#$%&'*+.^`|~-]+$/;

/** Nothing it is asked reaches anybody. */
export function refusingTransport(): RefusingTransport {
  const requests: TransportRequest[] = [];
  const findings: string[] = [];
  return {
    requests,
    findings,
    async send(request) {
      requests.push(request);
      for (const [name, value] of Object.entries(request.headers)) {
        if (!headerName.test(name)) findings.push(`A header is called ${JSON.stringify(name)}.`);
        if (value !== null && !headerValue.test(value))
          findings.push(`The header ${name} would be ${JSON.stringify(value.slice(0, 100))}.`);
      }
      if (!URL.canParse(request.url) || /[\s\u0000-\u001f]/.test(request.url))
        findings.push(`The URL would be ${JSON.stringify(request.url.slice(0, 200))}.`);
      throw new TransportError({ kind: 'fatal', message: 'nobody is there.', bodyTaken: 'none' });
    },
  };
}
