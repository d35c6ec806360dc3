package sqlite

// SetSmall says how many facts are read into a network while a query waits.
func (s *Store) SetSmall(facts int) { s.networks.small = facts }
