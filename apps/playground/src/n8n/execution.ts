import { parse } from 'flatted';

/** One run of a workflow, as far as n8n has come with it. */
export interface Execution {
  readonly id: string;
  /** `new`, `running`, `waiting`, `success`, `error`, `canceled`, `crashed` ... */
  readonly status: string;
  /** Why it failed, with the node that did. */
  readonly failure?: string;
  readonly lastNode?: string;
  /** What each node gave out in its latest run, on all its outputs. */
  readonly items: (nodeName: string) => readonly Item[];
  /** How often a node has run. */
  readonly runs: (nodeName: string) => number;
  /** Where a person answers the form that the execution waits at. */
  readonly formUrl?: string;
  /** The job ids and the like that our nodes leave for whoever looks later. */
  readonly customData: Readonly<Record<string, string>>;
  /** All that n8n keeps of it, as it came: to search in for what must not be there. */
  readonly text: string;
}

/** What one item of n8n carries. */
export interface Item {
  readonly json: Readonly<Record<string, unknown>>;
  readonly binary?: Readonly<Record<string, unknown>>;
  /** Which item of the node before it has come from. */
  readonly pairedItem?: { readonly item: number };
}

interface NodeRun {
  readonly data?: { readonly main?: readonly (readonly Item[] | null)[] };
  readonly metadata?: { readonly resumeFormUrl?: string };
}

interface RunData {
  readonly resultData?: {
    readonly runData?: Readonly<Record<string, readonly NodeRun[]>>;
    readonly lastNodeExecuted?: string;
    readonly error?: {
      readonly message?: string;
      readonly description?: string;
      readonly node?: { readonly name?: string };
    };
  };
}

/** Reads the answer of n8n's editor API, whose `data` is a string in the format of the `flatted` package. */
export function executionFrom(raw: Record<string, unknown>): Execution {
  const { resultData } = ((typeof raw.data === 'string' ? parse(raw.data) : undefined) ?? {}) as RunData;
  const runsOf = (name: string) => resultData?.runData?.[name] ?? [];
  const error = resultData?.error;
  const lastNode = resultData?.lastNodeExecuted;
  return {
    id: String(raw.id),
    status: String(raw.status),
    failure:
      error && [error.node?.name ?? lastNode, error.message, error.description].filter(Boolean).join(': '),
    lastNode,
    items: (name) => (runsOf(name).at(-1)?.data?.main ?? []).flatMap((output) => output ?? []),
    runs: (name) => runsOf(name).length,
    formUrl: lastNode === undefined ? undefined : runsOf(lastNode).at(-1)?.metadata?.resumeFormUrl,
    customData: (raw.customData ?? {}) as Record<string, string>,
    text: JSON.stringify(raw),
  };
}
