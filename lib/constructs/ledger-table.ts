import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, type ITable, ProjectionType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { table as declared } from '../topology.ts';

/**
 * The one table, as `lib/topology.ts` declares it: paid by request, restorable to any second of the last 35 days,
 * protected from deletion and kept when its stack goes.
 */
export class LedgerTable extends Construct {
  readonly table: ITable;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const table = new Table(this, 'Resource', {
      partitionKey: text(declared.partitionKey),
      sortKey: text(declared.sortKey),
      timeToLiveAttribute: declared.timeToLiveAttribute,
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    table.addGlobalSecondaryIndex({
      indexName: declared.index.name,
      partitionKey: text(declared.index.partitionKey),
      sortKey: text(declared.index.sortKey),
      projectionType: ProjectionType.ALL,
    });
    // CDK's interfaces are not written for exactOptionalPropertyTypes.
    this.table = table as ITable;
  }
}

const text = (name: string) => ({ name, type: AttributeType.STRING });
