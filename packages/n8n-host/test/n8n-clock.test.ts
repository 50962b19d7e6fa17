import { n8nClock } from '../src/index.ts';
import { clockContract } from '@modelferry/testkit';

clockContract("n8n's clock", () => n8nClock);
