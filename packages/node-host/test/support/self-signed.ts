import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A key and a certificate in PEM, made anew for each run: nothing to commit, nothing to expire. */
export interface SelfSigned {
  readonly key: string;
  readonly cert: string;
}

function der(tag: number, ...content: Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const size = body.length;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

const sequence = (...content: Uint8Array[]) => der(0x30, ...content);
const text = (tag: number, value: string) => der(tag, Buffer.from(value));
const oid = (...bytes: number[]) => der(0x06, Buffer.from(bytes));
const utcTime = (date: Date) => text(0x17, `${date.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`);

/** Signs a certificate for `localhost`, 127.0.0.1 and another name that is valid from yesterday until tomorrow (X.509 v3, P-256). */
export function selfSigned(otherName = 'other.invalid'): SelfSigned {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const ecdsaWithSha256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
  const name = sequence(der(0x31, sequence(oid(0x55, 0x04, 0x03), text(0x0c, otherName))));
  const dayMs = 86_400_000;
  const validity = sequence(utcTime(new Date(Date.now() - dayMs)), utcTime(new Date(Date.now() + dayMs)));
  const names = sequence(
    ...[text(0x82, 'localhost'), text(0x82, otherName), der(0x87, Buffer.from([127, 0, 0, 1]))],
  );
  const extensions = der(0xa3, sequence(sequence(oid(0x55, 0x1d, 0x11), der(0x04, names))));
  const serial = der(0x02, Buffer.from([0x01]), randomBytes(8));
  const version3 = der(0xa0, der(0x02, Buffer.from([2])));
  const publicKeyInfo = publicKey.export({ type: 'spki', format: 'der' });
  const content = sequence(
    ...[version3, serial, ecdsaWithSha256, name, validity, name, publicKeyInfo, extensions],
  );
  const signature = der(0x03, Buffer.from([0]), sign('sha256', content, privateKey));
  const base64 = sequence(content, ecdsaWithSha256, signature).toString('base64');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${base64.match(/.{1,64}/g)?.join('\n')}\n-----END CERTIFICATE-----\n`,
  };
}
