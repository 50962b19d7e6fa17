import { packageContract } from '@modelferry/n8n-testkit';
import { predictionOne as catalog } from '@modelferry/prediction-one';

packageContract({ catalog, icon: 'prediction-one', vendor: 'Sony' });
