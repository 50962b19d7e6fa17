import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  abejaFaultKinds,
  abejaServingVariants,
  abejaVariants,
  dataRobotAdapterVariants,
  dataRobotFaultKinds,
  dataRobotLifecycleFaultKinds,
  dataRobotLifecycleVariants,
  dataRobotRealTimeVariants,
  dataRobotVariants,
  operationNames,
  predictionOneFaultKinds,
  predictionOneVariants,
} from '../src/index.ts';

const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');

it.each([
  ...Object.entries(predictionOneFaultKinds).map(([name, { does }]) => [name, does]),
  ...Object.entries(dataRobotFaultKinds).map(([name, { does }]) => [name, does]),
  ...Object.entries(dataRobotLifecycleFaultKinds).map(([name, { does }]) => [name, does]),
  ...Object.entries(abejaFaultKinds).map(([name, { does }]) => [name, does]),
  ...Object.entries(predictionOneVariants),
  ...Object.entries(dataRobotVariants),
  ...Object.entries(dataRobotRealTimeVariants),
  ...Object.entries(dataRobotAdapterVariants),
  ...Object.entries(dataRobotLifecycleVariants),
  ...Object.entries(abejaVariants),
  ...Object.entries(abejaServingVariants),
])('the README tells what %s does', (name, does) => {
  const rows = readme.split('\n').filter((line) => line.startsWith(`| \`${name}\``));
  expect(rows.map((row) => row.replace(/\s+/g, ' ')).join()).toContain(`| ${does} |`);
});

it.each(operationNames)('the README names the operation %s', (name) => {
  expect(readme).toContain(`\`${name}\``);
});
