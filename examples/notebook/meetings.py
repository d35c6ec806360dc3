"""Meetings by year, and who chaired most of them, as pandas tables.

    pip install -r requirements.txt
    MUEANG=http://localhost:8080/graphql python meetings.py
"""
import os

import pandas as pd
from gql import Client, gql
from gql.transport.httpx import HTTPXTransport

client = Client(transport=HTTPXTransport(url=os.environ.get("MUEANG", "http://localhost:8080/graphql")))

by_year = client.execute(gql("{ meetingStatistics(groupBy: [YEAR]) { keys count } }"))["meetingStatistics"]
years = pd.DataFrame([{"year": b["keys"][0], "meetings": b["count"]} for b in by_year]).set_index("year")
print(years, end="\n\n")

# Pages of a connection, one after the other.
page = gql("""
query ($after: String) {
  meetings(first: 100, after: $after) {
    nodes {
      name
      startDate { value }
      chairs(first: 20) { edges { confidence node { ... on Person { name } } evidence { quote document { url } } } }
    }
    pageInfo { hasNextPage endCursor }
  }
}
""")
rows, after = [], None
while True:
    meetings = client.execute(page, variable_values={"after": after})["meetings"]
    for meeting in meetings["nodes"]:
        for edge in meeting["chairs"]["edges"]:
            rows.append({
                "person": edge["node"].get("name"),
                "meeting": meeting["name"],
                "date": (meeting["startDate"] or {}).get("value"),
                "confidence": edge["confidence"],
                "quote": edge["evidence"][0]["quote"],
                "source": edge["evidence"][0]["document"]["url"],
            })
    if not meetings["pageInfo"]["hasNextPage"]:
        break
    after = meetings["pageInfo"]["endCursor"]

chairs = pd.DataFrame(rows)
print(chairs.groupby("person").agg(meetings=("meeting", "nunique"), first=("date", "min"), last=("date", "max")).sort_values("meetings", ascending=False).head(10))
