import { nodeClock } from '@modelferry/node-host';
import { clockContract } from '@modelferry/testkit';

clockContract('nodeClock', () => nodeClock);
