import { rowScanModule } from './row-scan-module.ts';

/** A variable of the kernel's machine. */
interface Variable {
  value: number;
}

/** The machine of {@link RowCounter} for 64 bytes at a time. See wasm/row-scan.wat. */
export interface RowKernel {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly delimiter: Variable;
  readonly lineEnd: Variable;
  readonly other: Variable;
  readonly columns: Variable;
  /** -1 within quotes, else 0. */
  readonly inside: Variable;
  readonly mayOpen: Variable;
  readonly start: Variable;
  readonly fields: Variable;
  readonly rows: Variable;
  readonly odd: Variable;
  readonly wide: Variable;
  /** @returns the address it has come to */
  scan(at: number, end: number): number;
}

/** Where the bytes to scan are put. Those right before are what came before them. */
export const kernelInput = 64;

let kernel: RowKernel | 'none' | undefined;

/** The kernel, shared by all: none where WebAssembly has no SIMD, or is not allowed. */
export function rowKernel(): RowKernel | undefined {
  kernel ??= instantiate() ?? 'none';
  return kernel === 'none' ? undefined : kernel;
}

function instantiate(): RowKernel | undefined {
  try {
    const bytes = Uint8Array.from(atob(rowScanModule), (char) => char.charCodeAt(0));
    return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as unknown as RowKernel;
  } catch {
    return undefined;
  }
}
