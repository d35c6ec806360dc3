package graph

import "mueang/graph/kg"

func (c *compiler) rootTimeline(f selected, args *arguments) (func() kg.Root, *shape, func(*writer, *kg.Result) bool) {
	page := pageOf{page: args.page()}
	where := []kg.Pred{{Date: &kg.DatePred{From: args.date("from").First(), To: args.date("to").Last()}}}
	if ids := args.ids("ids", maxPage); ids != nil {
		is := kg.Pred{ID: &kg.IDPred{In: ids}}
		connected := kg.Pred{Rel: &kg.RelPred{Via: kg.ViaFacts, Hops: []kg.Hop{{Direction: kg.Both}}, Quant: kg.Some, Where: &is}}
		where = append(where, kg.Pred{Or: []kg.Pred{is, connected}})
	}
	pred := all(where)
	write := c.connection(f.selections(), f.Definition.Type.Name(), &page).write
	start := func() kg.Root {
		return kg.Find{
			Kinds: []kg.Kind{kg.KindMeeting, kg.KindAgreement, kg.KindProject},
			Where: &pred, Order: []kg.Order{{By: kg.OrderDate}}, Page: page.plan(),
		}
	}
	return start, page.node, of(resultConnection, write)
}
