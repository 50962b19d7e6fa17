const grammar = /^(cpu|gpu)(:[abcd])?-\d+(\.\d+)?$/;

/** What is wrong with an instance type. Which ones an organization may use, only the vendor knows (Q12). */
export const instanceTypeProblem = (type: string): string | undefined =>
  grammar.test(type) ? undefined : 'must be as cpu-1, cpu-0.25, gpu-1 or gpu:b-4';
