package thai

// Distance gives the number of letters to put in, take out or change between
// two words, or limit+1 where it is more than limit.
func Distance(a, b []rune, limit int) int {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > limit {
		return limit + 1
	}
	row := make([]int, len(a)+1)
	for i := range row {
		row[i] = i
	}
	for j, y := range b {
		diagonal, least := row[0], j+1
		row[0] = j + 1
		for i, x := range a {
			change := diagonal
			if x != y {
				change++
			}
			diagonal = row[i+1]
			row[i+1] = min(change, row[i+1]+1, row[i]+1)
			least = min(least, row[i+1])
		}
		if least > limit {
			return limit + 1
		}
	}
	return min(row[len(a)], limit+1)
}
