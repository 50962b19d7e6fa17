import type { IAllExecuteFunctions, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

/** The part of n8n's contexts that sends: those of executions, and those that fill drop-downs. */
export interface SendingContext {
  readonly helpers: Pick<IAllExecuteFunctions['helpers'], 'httpRequest' | 'httpRequestWithAuthentication'>;
}

export type HelperCall = (options: IHttpRequestOptions) => Promise<IN8nHttpFullResponse>;

/** One call of n8n's HTTP helper, signed by n8n where a credential is named. */
export function helperCall(context: SendingContext, credentialType: string | undefined): HelperCall {
  const { httpRequest, httpRequestWithAuthentication } = context.helpers;
  if (credentialType === undefined) {
    return async (options) => (await httpRequest(options)) as IN8nHttpFullResponse;
  }
  return async (options) => {
    // n8n overwrites our signal by the execution's, which it asks the caller for: so the caller gives ours
    const caller = Object.create(context, {
      getExecutionCancelSignal: { value: () => options.abortSignal },
    }) as IAllExecuteFunctions;
    const answer: unknown = await httpRequestWithAuthentication.call(caller, credentialType, options);
    return answer as IN8nHttpFullResponse;
  };
}
