/** A file as it must stand in the repository. */
export interface GeneratedFile {
  /** Below the root, with slashes. */
  readonly path: string;
  readonly content: string;
}
