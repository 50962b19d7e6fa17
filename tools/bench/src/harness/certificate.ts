import { join } from 'node:path';
import type { BenchContext } from './bench.ts';
import { runChild } from './run-child.ts';

/** A certificate for the loopback and its key, as paths of files in PEM. */
export interface Certificate {
  readonly certificate: string;
  readonly key: string;
}

/** Makes a certificate that signs itself, valid for two days. */
export async function makeCertificate({ folder, signal }: BenchContext): Promise<Certificate> {
  const made = { certificate: join(folder, 'certificate.pem'), key: join(folder, 'key.pem') };
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const files = ['-keyout', made.key, '-out', made.certificate];
  try {
    await runChild(['openssl', 'req', '-x509', ...kind, ...names, ...files], signal);
  } catch (error) {
    throw new Error('The benchmarks over TLS need OpenSSL: apt-get install openssl', { cause: error });
  }
  return made;
}
