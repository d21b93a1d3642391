"""Create a stack in moto, an AWS account in memory, and serve that account over HTTP.

Arguments: the file of the template, and the Region. Prints one line of JSON when the stack exists: the address,
and the name of each resource by its logical id. Ends when its input ends.
"""

import copy
import functools
import json
import logging
import sys

import boto3
import jsonpath_ng.ext
from moto import mock_aws
from moto.dynamodb.models import DynamoDBBackend
from moto.dynamodb.models.dynamo_type import DynamoType
from moto.dynamodb.models.table import Table
from moto.moto_server.threaded_moto_server import ThreadedMotoServer
from moto.sqs.models import SQSBackend

# moto parses the same few paths for every event, which takes two seconds each time.
jsonpath_ng.ext.parse = functools.lru_cache(maxsize=None)(jsonpath_ng.ext.parse)

# A long poll of an empty queue ends after a second: the day has no time to wait.
receive = SQSBackend.receive_message


def receive_message(self, queue_name, count, wait_seconds_timeout, *more, **named):
    """Return the messages of a queue."""
    return receive(self, queue_name, count, min(wait_seconds_timeout, 1), *more, **named)


SQSBackend.receive_message = receive_message

# moto copies the whole table before a transaction, and a failed one leaves the copy, which readers of the
# stream do not see. In place of that, the items of the transaction are put back.
Table.__deepcopy__ = lambda self, memo: self
transact = DynamoDBBackend.transact_write_items


def transact_write_items(self, transact_items):
    """Carry a transaction out, or leave the table and its stream as they were."""
    before = []
    for one in transact_items:
        (operation,) = one.values()
        table = self.tables[operation["TableName"]]
        keys = operation.get("Key") or operation["Item"]
        pk, sk = (DynamoType(keys[name]) for name in (table.hash_key_attr, table.range_key_attr))
        item = table.items[pk].get(sk) if pk in table.items else None
        before.append((table, len(table.stream_shard.items), pk, sk, copy.deepcopy(item)))
    try:
        return transact(self, transact_items)
    except Exception:
        for table, length, pk, sk, item in before:
            del table.stream_shard.items[length:]
            if item is not None:
                table.items[pk][sk] = item
            elif pk in table.items:
                table.items[pk].pop(sk, None)
        raise


DynamoDBBackend.transact_write_items = transact_write_items

file, region = sys.argv[1:3]
logging.getLogger("werkzeug").setLevel(logging.ERROR)
in_memory = mock_aws()
in_memory.start()
client = boto3.client("cloudformation", region_name=region)
with open(file, encoding="utf-8") as template:
    client.create_stack(StackName="rida", TemplateBody=template.read())
status = client.describe_stacks(StackName="rida")["Stacks"][0]["StackStatus"]
pages = client.get_paginator("list_stack_resources").paginate(StackName="rida")
resources = {
    one["LogicalResourceId"]: one.get("PhysicalResourceId", "")
    for page in pages
    for one in page["StackResourceSummaries"]
}
in_memory.stop(remove_data=False)
server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
host, port = server.get_host_and_port()
print(json.dumps({"url": f"http://{host}:{port}", "status": status, "resources": resources}), flush=True)
sys.stdin.read()
