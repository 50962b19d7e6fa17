import { nodeClock } from '../src/index.ts';
import { clockContract } from '@modelferry/testkit';

clockContract('nodeClock', () => nodeClock);
