import { help } from './help.ts';
import { missingTools } from './host/system-tools.ts';
import { parseOptions } from './options.ts';
import { play } from './play.ts';
import { UserError } from './user-error.ts';

try {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) console.log(help);
  else if (options.missingPackages)
    for (const { debianPackage } of missingTools()) console.log(debianPackage);
  else process.exitCode = await play(options);
} catch (error) {
  console.error(error instanceof UserError ? error.message : error);
  process.exitCode = 1;
}
