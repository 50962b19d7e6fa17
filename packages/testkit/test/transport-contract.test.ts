import { transportContract } from '../src/contracts/transport-contract.ts';
import { referenceTransport } from './reference-transport.ts';

transportContract('the reference transport', async () => referenceTransport());
