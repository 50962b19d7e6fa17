import { pythonContestant, type BenchContext, type Contestant } from '../harness/index.ts';

export const inOrder = 'Modelferry, part by part';
export const twoInFlight = 'Modelferry, two parts at a time';
export const curl = 'curl -T, the whole file';
export const pythonPattern = 'Python: csv, rewritten 5 MiB parts';
export const split = 'Modelferry, splitting only';
export const reading = 'reading only';
export const csvParse = 'csv-parse';
export const pythonCsv = "Python's csv";

/** Programs that are run, by their paths. */
export interface Programs {
  readonly sendParts: string;
  readonly splitTable: string;
  readonly readTable: string;
  readonly csvParseTable: string;
}

/** Parts of the whole. */
export const partCount = 8;

/** Longest part, so that there are {@link partCount} of a table: cut on the ends of records, they are a little shorter. */
export const partBytesOf = (tableBytes: number): number => Math.ceil(tableBytes / partCount) + 16 * 1024;

/** Ours, sending. */
export const sending = (
  { sendParts }: Programs,
  url: string,
  table: { readonly path: string; readonly bytes: number },
  concurrency: number,
): readonly string[] => [
  ...[process.execPath, sendParts, url, table.path],
  ...[String(partBytesOf(table.bytes)), String(concurrency)],
];

/**
 * How the vendor's own client goes about it: rows are read by Python's csv, written anew into a buffer, and each 5 MiB of
 * text are a part; one after the other.
 */
const pythonParts = `
import csv, io
url, path = sys.argv[1:]
session = requests.Session()
part = 0
def send(text):
    global part
    session.put(f'{url}/part/{part}/', data=text.encode(), headers={'Content-Type': 'text/csv'}).raise_for_status()
    part += 1
with open(path, newline='', encoding='utf-8') as file:
    reader = csv.reader(file)
    header = next(reader)
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(header)
    for row in reader:
        writer.writerow(row)
        if buffer.tell() >= 5 * 1024 * 1024:
            send(buffer.getvalue())
            buffer = io.StringIO()
            writer = csv.writer(buffer)
            writer.writerow(header)
    send(buffer.getvalue())
session.post(f'{url}/finalizeMultipart/').raise_for_status()`;

const pythonRows = `
import csv
with open(sys.argv[1], newline='', encoding='utf-8') as file:
    print(sum(1 for _ in csv.reader(file)))`;

/** The pattern of the vendor's own client, where Python is there. */
export const pythonSending = (
  url: string,
  path: string,
  { signal }: BenchContext,
): Promise<readonly Contestant[]> =>
  pythonContestant({ name: pythonPattern, script: pythonParts, args: [url, path] }, signal);

/** Python's csv over a table, where Python is there. */
export const pythonReading = (path: string, { signal }: BenchContext): Promise<readonly Contestant[]> =>
  pythonContestant({ name: pythonCsv, script: pythonRows, args: [path] }, signal);
