/** Where a key is kept by the workflow files that we show: `${{ secrets.DATAROBOT_API_TOKEN }}`. */
export const secretOf = (vendor: string, inputName: string): string =>
  `\${{ secrets.${`${vendor}-${inputName}`.replaceAll('-', '_').toUpperCase()} }}`;
