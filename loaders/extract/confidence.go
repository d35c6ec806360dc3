package extract

import (
	_ "embed"
	"strconv"
	"strings"

	"mueang/graph/kg"
)

// confidenceTable has a line for each rule: relation, rule, the share of its
// facts that are right, and how many were right and how many judged. It is
// learned from gold by "make calibrate" (testdata/gold/calibrate.py); rule "*"
// stands for every rule of a relation.
//
//go:embed confidence.tsv
var confidenceTable string

// acrossSentences is what is added to the name of a rule for a claim whose
// parts stand in different sentences.
const acrossSentences = "/across"

// inferredDate is what the confidence of a claim is multiplied by when the
// date of its event is not stated but inferred.
const inferredDate = 0.95

// confidences gives how sure a claim is by its relation and rule.
type confidences map[kg.RelationType]map[string]float64

// newConfidences reads the table.
// Errors: [kg.Internal] with the line.
func newConfidences(table string) (confidences, error) {
	c := confidences{}
	number := 0
	for line := range strings.Lines(table) {
		number++
		line = strings.TrimSuffix(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) != 5 {
			return nil, kg.Errorf(kg.Internal, "extract.confidence", "line %d: %d fields, not 5", number, len(fields))
		}
		value, err := strconv.ParseFloat(fields[2], 64)
		if err != nil || !(value >= 0 && value <= 1) {
			return nil, kg.Errorf(kg.Internal, "extract.confidence", "line %d: %q is no share from 0 to 1", number, fields[2])
		}
		kind := kg.RelationType(fields[0])
		if c[kind] == nil {
			c[kind] = map[string]float64{}
		}
		c[kind][fields[1]] = value
	}
	return c, nil
}

// of gives the confidence in a claim by a rule; of a rule that the table does
// not have, that of the rule without its circumstance, or of its relation.
func (c confidences) of(kind kg.RelationType, rule string, inferred bool) float64 {
	rules := c[kind]
	value, ok := rules[rule]
	if base, _, across := strings.Cut(rule, "/"); !ok && across {
		value, ok = rules[base]
	}
	if !ok {
		if value, ok = rules["*"]; !ok {
			value = 0.5
		}
	}
	if inferred {
		value *= inferredDate
	}
	return float64(int(value*1000+0.5)) / 1000
}
