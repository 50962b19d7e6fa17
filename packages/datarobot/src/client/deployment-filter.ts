import type { PageRequest } from './page.ts';

type Ordered<Name extends string> = Name | `-${Name}`;
type Health = 'unknown' | 'warning' | 'passing' | 'unavailable' | 'failing';

/** Which deployments to list, and in what order. Source: section 3.3. */
export interface DeploymentFilter extends PageRequest {
  /** In names and descriptions, without regard to case. */
  readonly search?: string;
  /** @default the newest prediction first */
  readonly orderBy?: Ordered<
    | 'label'
    | 'serviceHealth'
    | 'modelHealth'
    | 'accuracyHealth'
    | 'fairnessHealth'
    | 'recentPredictions'
    | 'lastPredictionTimestamp'
    | 'currentModelDeployedTimestamp'
    | 'createdAtTimestamp'
    | 'importance'
  >;
  readonly status?:
    'active' | 'inactive' | 'stopping' | 'launching' | 'archived' | 'replacingModel' | 'errored';
  readonly role?: 'OWNER' | 'USER';
  readonly importance?: 'CRITICAL' | 'HIGH' | 'MODERATE' | 'LOW';
  readonly serviceHealth?: Health;
  readonly modelHealth?: Health;
  readonly accuracyHealth?: Health;
  readonly executionEnvironmentType?: 'datarobot' | 'external';
  /** `aws`, `gcp`, `azure`, `onPremise`, `datarobot`, `datarobotServerless` ... */
  readonly predictionEnvironmentPlatform?: string;
  readonly createdByMe?: boolean;
  /** ISO 8601. */
  readonly lastPredictionTimestampStart?: string;
  /** ISO 8601. */
  readonly lastPredictionTimestampEnd?: string;
  readonly defaultPredictionServerId?: readonly string[];
}
