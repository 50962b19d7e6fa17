/** As much of a catalog as the contracts look at: the test kit knows no operations. */
export interface CatalogOnTrial {
  readonly operations: readonly {
    readonly resource: string;
    readonly name: string;
    readonly inputFields: readonly { readonly advanced?: boolean }[];
  }[];
}
