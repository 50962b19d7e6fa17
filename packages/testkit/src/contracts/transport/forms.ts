import { collectBytes, patternedBytes } from '../../bytes.ts';
import { testSource } from '../../test-source.ts';
import type { Suite } from './suite.ts';

/** Forms, as any server would read them. */
export function formsContract({ send, serve }: Suite): void {
  const serveForms = async () => {
    const forms: FormData[] = [];
    const server = await serve(async (request, response) => {
      const body = await collectBytes(request);
      const headers = { 'content-type': request.headers['content-type'] ?? '' };
      forms.push(await new Response(new Uint8Array(body), { headers }).formData());
      response.end();
    });
    return { server, forms };
  };

  test('sends fields and files in order, byte for byte', async () => {
    const { server, forms } = await serveForms();
    const bytes = patternedBytes(200_001);
    const { status, body } = await send({
      ...{ url: server.url, method: 'POST' },
      body: {
        kind: 'form',
        parts: [
          { name: 'projectName', value: '売上 予測' },
          {
            name: 'file',
            value: testSource(bytes, { chunkBytes: [1, 8_191, 65_537] }),
            fileName: '売上 データ.csv',
            contentType: 'text/csv',
          },
          { name: 'lines', value: 'a\r\nb' },
        ],
      },
    });
    body.cancel();
    expect(status).toBe(200);
    const [form] = forms;
    expect([...(form?.keys() ?? [])]).toEqual(['projectName', 'file', 'lines']);
    expect(form?.get('projectName')).toBe('売上 予測');
    expect(form?.get('lines')).toBe('a\r\nb');
    const file = form?.get('file') as File;
    expect(file.name).toBe('売上 データ.csv');
    expect(file.type).toBe('text/csv');
    expect(Buffer.compare(new Uint8Array(await file.arrayBuffer()), bytes)).toBe(0);
  });

  test('cannot be confused by quotes in a name', async () => {
    const { server, forms } = await serveForms();
    const { status, body } = await send({
      ...{ url: server.url, method: 'POST' },
      body: {
        kind: 'form',
        parts: [
          {
            name: 'file',
            value: testSource(patternedBytes(10)),
            fileName: 'a"; name="other.csv',
            contentType: 'text/csv',
          },
        ],
      },
    });
    body.cancel();
    expect(status).toBe(200);
    expect([...(forms[0]?.keys() ?? [])]).toEqual(['file']);
  });
}
