import { n8nClock } from '../src/n8n-clock.ts';
import { clockContract } from '@modelferry/testkit';

clockContract("n8n's clock", () => n8nClock);
