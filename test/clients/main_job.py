"""Drives Spendwire's main job through boto3 alone and prints what it found as JSON."""

import json
import os
import sys
import time
from datetime import datetime, timezone

import boto3
from boto3.dynamodb.conditions import Key

endpoint, bucket, table_name, plan_machine, receipt_machine, delivery_machine, *files = sys.argv[1:]
plan, receipt, receipt_key, copy = files


def client(service):
    return boto3.client(service, endpoint_url=endpoint)


def ended(machine):
    """Waits until the machine has executions and all of them are over."""
    while True:
        executions = client("stepfunctions").list_executions(stateMachineArn=machine)["executions"]
        if executions and all(execution["status"] != "RUNNING" for execution in executions):
            return executions
        time.sleep(0.2)


def names_in(segment):
    return [segment["name"]] + [name for part in segment.get("subsegments", []) for name in names_in(part)]


s3 = client("s3")
s3.upload_file(plan, bucket, "budgets/alice.yaml")
ended(plan_machine)
s3.upload_file(receipt, bucket, receipt_key)
executions = ended(receipt_machine)
ended(delivery_machine)
s3.download_file(bucket, receipt_key, copy)

steps = client("stepfunctions")
execution_arn = executions[0]["executionArn"]
document_id = json.loads(steps.describe_execution(executionArn=execution_arn)["input"])["documentId"]
pages = steps.get_paginator("get_execution_history").paginate(executionArn=execution_arn, maxResults=10)
events = [event for page in pages for event in page["events"]]

table = boto3.resource("dynamodb", endpoint_url=endpoint).Table(table_name)
document = table.get_item(Key={"PK": f"DOCUMENT#{document_id}", "SK": "METADATA"})["Item"]


def items(prefix):
    return table.query(KeyConditionExpression=Key("PK").eq("USER#alice") & Key("SK").begins_with(prefix))["Items"]


xray = client("xray")
trace = xray.batch_get_traces(TraceIds=[document["traceId"]])["Traces"][0]
summaries = xray.get_trace_summaries(
    StartTime=datetime(2026, 11, 20, tzinfo=timezone.utc),
    EndTime=datetime(2026, 11, 21, tzinfo=timezone.utc),
    FilterExpression=f'annotation.documentId = "{document_id}"',
)
sns, sqs = client("sns"), client("sqs")
dead_letters = sqs.get_queue_url(QueueName="ingest-dead-letters")["QueueUrl"]
attributes = sqs.get_queue_attributes(QueueUrl=dead_letters, AttributeNames=["All"])["Attributes"]

print(
    json.dumps(
        {
            "executions": [execution["status"] for execution in executions],
            "states": [e["stateEnteredEventDetails"]["name"] for e in events if "stateEnteredEventDetails" in e],
            "objects": [item["Key"] for item in s3.list_objects_v2(Bucket=bucket)["Contents"]],
            "downloadedBytes": os.path.getsize(copy),
            "amounts": [int(item["amountMinor"]) for item in items("EXPENSE#")],
            "messages": [item["text"] for item in items("NOTIFICATION#")],
            "topics": [topic["TopicArn"] for topic in sns.list_topics()["Topics"]],
            "subscriptions": [one["Endpoint"] for one in sns.list_subscriptions()["Subscriptions"]],
            "deadLetters": int(attributes["ApproximateNumberOfMessages"]),
            "traced": [n for s in trace["Segments"] for n in names_in(json.loads(s["Document"]))],
            "tracesFound": len(summaries["TraceSummaries"]),
        }
    )
)
