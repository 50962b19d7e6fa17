/** The source text of the module that ships. */
export declare function builtModule(): Promise<string>;
