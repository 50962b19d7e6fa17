/** Where a key is kept by the workflow files that we show: `${{ secrets.DATAROBOT_API_TOKEN }}`. The vendor is named once. */
export const secretOf = (vendor: string, inputName: string): string =>
  `\${{ secrets.${`${vendor}-${inputName.replace(`${vendor}-`, '')}`.replaceAll('-', '_').toUpperCase()} }}`;
