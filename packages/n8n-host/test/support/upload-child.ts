import { zerosSource } from '@modelferry/testkit';
import { startBinaryData, storeBinary } from './n8n-lab.ts';
import { runFerry, shipParameters } from './run-ferry.ts';

// One upload in a process of its own, whose memory is then known: url, bytes
const [url = '', length = '0'] = process.argv.slice(2);
const peakBytes = () => process.resourceUsage().maxRSS * 1024;

async function main(): Promise<void> {
  await startBinaryData();
  const small = await storeBinary(zerosSource(1_000_000).open(), 'warm.csv', 'text/csv');
  const data = await storeBinary(zerosSource(Number(length)).open(), 'big.csv', 'text/csv');
  await runFerry({ url }, { parameters: shipParameters, items: [{ json: {}, binary: { data: small } }] });
  const idleBytes = peakBytes();
  const [item] = await runFerry(
    { url },
    { parameters: shipParameters, items: [{ json: {}, binary: { data } }] },
  );
  console.log(JSON.stringify({ sentBytes: item?.json['bytes'], idleBytes, peakBytes: peakBytes() }));
}

void main();
