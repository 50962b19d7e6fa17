import { channel, file, fileUrl, said, source } from '../support/answers.ts';
import { bare, isJson, like, O, type Row } from './row.ts';

const c = '1230000000000';
const f = file.file_id;
const given = like({ fileId: f, contentType: 'image/jpeg', metadata: { filename: '日.txt' } });

export const datalakeRows: readonly Row[] = [
  {
    call: '3.7 upload a file directly',
    send: (client, signal) =>
      client.uploadFile(
        c,
        {
          source: source('sample.jpg', 'bytes', 'image/jpeg'),
          metadata: { filename: '日.txt', 'a b(1)': 'x y' },
          lifetime: '1day',
          conflictTarget: 'filename',
        },
        signal,
      ),
    answer: { status: 200, json: { ...file, lifetime: '1day', uploaded_at: null } },
    request: `POST /channels/${c}/upload?lifetime=1day&conflict_target=filename`,
    body: 'bytes',
    headers: {
      'content-type': 'image/jpeg',
      'x-abeja-meta-filename': '%E6%97%A5.txt',
      'x-abeja-meta-a%20b%281%29': 'x%20y',
    },
    gives: given,
  },
  {
    call: '3.7 upload a file of which nothing is known',
    send: (client, signal) => client.uploadFile(c, { source: source('sample') }, signal),
    answer: { status: 200, json: file },
    request: `POST /channels/${c}/upload`,
    body: 'PK',
    headers: { 'content-type': 'application/octet-stream' },
  },
  {
    call: '3.7 get where to put a file',
    send: (client, signal) =>
      client.createFileUpload(c, { contentType: 'image/jpeg', metadata: { filename: '日.txt' } }, signal),
    answer: {
      status: 200,
      json: { ...file, upload_url: fileUrl, url_expires_on: '2018-05-15T19:06:05+00:00' },
    },
    request: `POST /channels/${c}`,
    headers: { 'content-type': 'image/jpeg', 'x-abeja-meta-filename': '%E6%97%A5.txt' },
    gives: like({ fileId: f, uploadUrl: fileUrl, urlExpiresOn: '2018-05-15T19:06:05+00:00' }),
  },
  {
    call: '3.7 list files',
    send: (client, signal) =>
      client.getFiles(
        c,
        {
          start: '20180501',
          end: '20180531',
          timezone: 'Asia/Tokyo',
          itemsPerPage: 50,
          sort: '-uploaded_at',
          q: 'x-abeja-meta-filename:foo',
        },
        signal,
      ),
    answer: { status: 200, json: { files: [{ ...file, download_uri: fileUrl }], next_page_token: 't1' } },
    request: `GET /channels/${c}?start=20180501&end=20180531&items_per_page=50&sort=-uploaded_at&q=x-abeja-meta-filename%3Afoo&timezone=Asia%2FTokyo`,
    gives: { entries: [like({ fileId: f, downloadUri: fileUrl })], nextToken: 't1' },
  },
  {
    call: '3.7 list files, without the time zone of no days',
    send: (client, signal) => client.getFiles(c, { timezone: 'Asia/Tokyo' }, signal),
    answer: { status: 200, json: { files: [] } },
    request: `GET /channels/${c}`,
  },
  {
    call: '3.7 list more files, by the token alone',
    send: (client, signal) => client.getFiles(c, { start: '20180501', q: 'x', nextToken: 't1' }, signal),
    answer: { status: 200, json: { files: [], next_page_token: null } },
    request: `GET /channels/${c}?next_page_token=t1`,
    gives: { entries: [], nextToken: undefined },
  },
  {
    call: '3.7 read a file',
    send: (client, signal) => client.getFile(c, f, signal),
    answer: { status: 200, json: file },
    request: `GET /channels/${c}/${f}`,
    gives: given,
  },
  {
    call: '3.7 delete a file',
    send: (client, signal) => client.deleteFile(c, f, signal),
    answer: { status: 200, json: { message: `deleted file (${f})` } },
    request: `DELETE /channels/${c}/${f}`,
    headers: bare,
    gives: undefined,
  },
  {
    call: '3.7 set the metadata of a file',
    send: (client, signal) => client.setFileMetadata(c, f, { filename: 'test.csv' }, signal),
    answer: { status: 200, json: file },
    request: `PUT /channels/${c}/${f}/metadata`,
    json: { 'x-abeja-meta-filename': 'test.csv' },
    headers: isJson,
  },
  {
    call: '3.7 set the lifetime of a file',
    send: (client, signal) => client.setFileLifetime(c, f, '1week', signal),
    answer: { status: 200, json: { channel_id: c, file_id: f, lifetime: '1week' } },
    request: `PUT /channels/${c}/${f}/lifetime`,
    json: { lifetime: '1week' },
    headers: isJson,
  },
  {
    call: '3.7 create a channel',
    send: (client, signal) => client.createChannel({ name: 'c' }, signal),
    answer: { status: 200, json: channel },
    request: `POST ${O}/channels`,
    json: { name: 'c', description: '', storage_type: 'datalake' },
    headers: isJson,
    gives: like({ channelId: c, name: 'c', storageType: 'datalake' }),
  },
  {
    call: '3.7 list channels',
    send: (client, signal) => client.getChannels({ limit: 50, offset: 0 }, signal),
    answer: {
      status: 200,
      json: { channels: [channel.channel], limit: 50, offset: 0, has_next: true },
    },
    request: `GET ${O}/channels?limit=50&offset=0&filter_archived=exclude_archived`,
    gives: { entries: [like({ channelId: c })], more: true },
  },
  {
    call: '3.7 read a channel',
    send: (client, signal) => client.getChannel(c, signal),
    answer: { status: 200, json: channel },
    request: `GET ${O}/channels/${c}`,
  },
  {
    call: '3.7 change a channel',
    send: (client, signal) => client.updateChannel(c, { description: 'new' }, signal),
    answer: { status: 200, json: channel },
    request: `PATCH ${O}/channels/${c}`,
    json: { description: 'new' },
    headers: isJson,
  },
  {
    call: '3.7 archive a channel',
    send: (client, signal) => client.archiveChannel(c, signal),
    answer: said,
    request: `POST ${O}/channels/${c}/archive`,
    headers: bare,
  },
  {
    call: '3.7 unarchive a channel',
    send: (client, signal) => client.unarchiveChannel(c, signal),
    answer: said,
    request: `POST ${O}/channels/${c}/unarchive`,
    headers: bare,
  },
  {
    call: '3.7 tie a data source to a channel',
    send: (client, signal) => client.addDatasource(c, '7', signal),
    answer: said,
    request: `PUT ${O}/channels/${c}/datasources/7`,
    headers: bare,
  },
  {
    call: '3.7 list the data sources of a channel',
    send: (client, signal) => client.getDatasources(c, signal),
    answer: { status: 200, json: { datasources: [{ datasource_id: '7', secret: 'secret-of-7' }] } },
    request: `GET ${O}/channels/${c}/datasources`,
    gives: [{ datasource_id: '7' }],
  },
  {
    call: '3.7 read a data source of a channel',
    send: (client, signal) => client.getDatasource(c, '7', signal),
    answer: { status: 200, json: { datasource_id: '7', secret: 'secret-of-7' } },
    request: `GET ${O}/channels/${c}/datasources/7`,
    gives: { datasource_id: '7' },
  },
  {
    call: '3.7 part a data source from a channel',
    send: (client, signal) => client.removeDatasource(c, '7', signal),
    answer: said,
    request: `DELETE ${O}/channels/${c}/datasources/7`,
    headers: bare,
  },
];
