// Package thai knows Thai text: its normal form, dates, money, words, titles
// and names. Its functions are pure: they read neither files nor clocks, and
// say the same of the same text always.
//
// All offsets count code points of the normal form that [Normalize] makes;
// [Text.Span] leads them back to the original.
package thai
