import { answersContract } from './transport/answers.ts';
import { bodiesContract } from './transport/bodies.ts';
import { endsContract } from './transport/ends.ts';
import { formsContract } from './transport/forms.ts';
import { prepareSuite, type CreateTransport } from './transport/suite.ts';

/**
 * What every transport must do, whatever it is built on. Call it in a test file: it declares the tests.
 * @param createTransport makes a fresh transport for each test
 */
export function transportContract(name: string, createTransport: CreateTransport): void {
  describe(`${name} keeps the transport contract`, () => {
    const suite = prepareSuite(createTransport);
    describe('answers', () => answersContract(suite));
    describe('bodies', () => bodiesContract(suite));
    describe('forms', () => formsContract(suite));
    describe('ends', () => endsContract(suite));
  });
}
