/** The two brandings of one product, each with hosts and accounts of its own. */
export type Region = 'japan' | 'international';

/** Where a region is reached. */
export interface RegionHosts {
  /** The product's name there. */
  readonly product: string;
  /** Everything but scoring. Origin only: {@link basePath} comes behind it. */
  readonly managementUrl: string;
}

/** Source: "API specification" pages of the cloud manual. A scoring URL is never built, so none stands here. */
export const regions: Readonly<Record<Region, RegionHosts>> = {
  japan: { product: 'Prediction One', managementUrl: 'https://developer-api.predictionone.sony.biz' },
  international: {
    product: 'Easy Predictive Analytics',
    managementUrl: 'https://developer-api.easy-predictive-analytics.sony.com',
  },
};

/** Comes before every path of the management host. */
export const basePath = '/v1/external';
