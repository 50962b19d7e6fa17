// split-table <path> <longest part, bytes>: finds where a table can be cut and counts its rows, and sends nothing.
import { fileSource } from '@modelferry/node-host';
import { planTableParts, TableCheck } from '@modelferry/upload';

async function main([path = '', partBytes]: readonly string[]): Promise<void> {
  let rows = 0;
  const parts = planTableParts(await fileSource(path), {
    partBytes: Number(partBytes),
    check: (format) =>
      new TableCheck(path, {
        ...format,
        onPassed: (counted) => {
          rows = counted;
        },
      }),
  });
  for await (const { rows: range } of parts) process.stdout.write(`${range.start}-${range.end}\n`);
  process.stdout.write(`${rows}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
