import { Stack, type StackProps } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { DocumentBucket } from '../constructs/document-bucket.ts';
import { LedgerTable } from '../constructs/ledger-table.ts';
import type { Installation } from '../installation.ts';
import { keepRecord } from '../installation-record.ts';

export interface DataStackProps extends StackProps {
  readonly installation: Installation;
}

/**
 * What must outlive every deployment: the bucket and the table. The stack refuses its own deletion, and both stay
 * when it goes all the same. Their construct ids are a contract: another id is another, empty, bucket.
 */
export class DataStack extends Stack {
  readonly bucket: IBucket;
  readonly table: ITable;

  constructor(scope: Construct, id: string, { installation, ...props }: DataStackProps) {
    super(scope, id, { terminationProtection: true, description: 'Spendwire: documents and ledger', ...props });
    keepRecord(this, installation);
    this.bucket = new DocumentBucket(this, 'Documents', {
      archiveAfterDays: installation.archiveAfterDays,
      expireAfterDays: installation.expireAfterDays,
    }).bucket;
    this.table = new LedgerTable(this, 'Ledger').table;
  }
}
