/** Whether the vendor's words are about size, under whatever status they come (`catalog-too-large-422`). */
export const saysTooLarge = (text: string): boolean =>
  /\b(too (large|big)|larger than|size limit|max\w* (upload |file )?size|exceed\w* .{0,40}\b(size|limit|bytes|[MG]B))\b/i.test(
    text,
  );

/** What to do about it. */
export const tooLargeRemedy =
  'The account limits what may be uploaded to the AI Catalog (maxUploadSizeCatalog): have the limit raised, or upload fewer rows or columns.';
