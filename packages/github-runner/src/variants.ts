/**
 * Circumstances that differ from the usual runner:
 * - `container`: a `container:` job, where signals reach docker and not the process; it is killed in the end
 * - `debug`: a run with debug logging
 * - `no-summary-file`: a server so old that it sets no GITHUB_STEP_SUMMARY
 * - `no-step-id`: a step without an id, whose outputs are not kept
 * - `old-node`: Node 24.13, which has no `http.setGlobalProxyFromEnv`
 */
export type Variant = 'container' | 'debug' | 'no-summary-file' | 'no-step-id' | 'old-node';

const withoutProxySupport = `import http from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
delete http.setGlobalProxyFromEnv;
for (const [name, value] of [['version', 'v24.13.1'], ['versions', { ...process.versions, node: '24.13.1' }]]) {
  Object.defineProperty(process, name, { ...Object.getOwnPropertyDescriptor(process, name), value });
}
syncBuiltinESMExports();`;

/** What Node is told on its command line in a variant. */
export const nodeArguments = (variants: readonly Variant[]): readonly string[] =>
  variants.includes('old-node')
    ? [`--import=data:text/javascript,${encodeURIComponent(withoutProxySupport)}`]
    : [];
