package extract

import (
	"slices"
	"testing"

	"mueang/graph/kg"
)

var englishRules = []ruleCase{
	{
		name: "a courtesy call, its day and its place at the head of the sentence",
		text: "August 27, 2021, at the Ivory Room, Government House, H.E. Mr. Chung Eui-yong, Foreign Minister of the Republic of Korea, paid a courtesy call on Prime Minister Gen. Prayut Chan-o-cha.",
		has: []string{"ATTENDED Chung Eui-yong → courtesy call on Prime Minister Gen. Prayut Chan-o-cha ATTENDEE", "ATTENDED Prayut Chan-o-cha → courtesy call on Prime Minister Gen. Prayut Chan-o-cha ATTENDEE",
			"MEETING courtesy call on Prime Minister Gen. Prayut Chan-o-cha 2021-08-27 HELD", "HELD_AT courtesy call on Prime Minister Gen. Prayut Chan-o-cha → Ivory Room", "POST_IN Foreign Minister เกาหลีใต้ → เกาหลีใต้"},
	},
	{
		name: "a meeting with its number, who was in the chair, and who else took part",
		text: "March 10, 2025, at 1130hrs, at the Department of Highways, Ministry of Transport, Prime Minister Malee Suksan presided over the 2/2025 meeting of provincial governors. Participating in the meeting were Minister of Tourism and Sports Somchai Dee-ngam, Minister of Justice Pol.Col. Anan Rakthai, and 42 governors. Government Spokesperson Wichai Jaidee disclosed gist of the meeting.",
		has: []string{"CHAIRED Malee Suksan → 2/2025 meeting of provincial governors CHAIR", "MEETING 2/2025 meeting of provincial governors 2025-03-10 HELD", "ATTENDED Somchai Dee-ngam → 2/2025 meeting of provincial governors ATTENDEE",
			"ATTENDED Anan Rakthai → 2/2025 meeting of provincial governors ATTENDEE", "HOLDS Somchai Dee-ngam → Minister of Tourism and Sports", "HOLDS Anan Rakthai → Minister of Justice", "HOLDS Malee Suksan → Prime Minister"},
		not: []string{"ATTENDED Wichai", "ATTENDED กระทรวง", "HOLDS Somchai Dee-ngam → Minister of Justice"},
	},
	{
		name: "two lead talks on both sides, at a town before its country",
		text: "January 18, 2024, at the Congress Centre, Davos, the Swiss Confederation, Prime Minister Malee Suksan met with president of the Nordic Trade Council Ursula Berg.",
		has:  []string{"ATTENDED Malee Suksan → met with president of the Nordic Trade Council Ursula Berg ATTENDEE", "ATTENDED Ursula Berg → met with president of the Nordic Trade Council Ursula Berg ATTENDEE", "HOLDS Ursula Berg → president Nordic Trade Council", "VENUE Congress Centre"},
		not:  []string{"ORGANIZATION Swiss"},
	},
	{
		name: "a summit attended, with who presided in the passive",
		text: "October 26, 2021, at Bhakdi Bodin Building, Government House, Prime Minister Malee Suksan attended the 22nd ASEAN-Korea Summit, which was co-chaired by President Ahn Min-jun and Sultan Hassan Ibrahim.",
		has:  []string{"ATTENDED Malee Suksan → 22nd ASEAN-Korea Summit ATTENDEE", "CHAIRED Ahn Min-jun → 22nd ASEAN-Korea Summit CHAIR", "MEETING 22nd ASEAN-Korea Summit 2021-10-26 HELD"},
		not:  []string{"CHAIRED Malee"},
	},
	{
		name: "whoever is received or called on, an adjective before his office",
		text: "Deputy Prime Minister Malee Suksan met U.S. Ambassador John R. Smith on May 5, 2022. On May 6, 2022, the newly appointed Canadian ambassador to Thailand, Paul Martin, paid a courtesy call to Defense Minister Gen Anan Rakthai.",
		has: []string{"ATTENDED Malee Suksan → met U.S. Ambassador John R. Smith ATTENDEE", "ATTENDED John R. Smith → met U.S. Ambassador John R. Smith ATTENDEE", "HOLDS John R. Smith → Ambassador",
			"ATTENDED Paul Martin → courtesy call to Defense Minister Gen Anan Rakthai ATTENDEE"},
	},
	{
		name: "those who come from bodies, in a list with semicolons and behind a person",
		text: "Officials from Australia’s Department of Water; Japan’s Ministry of Ports; and the Lotus National University attended the 5th River Forum on May 5, 2022. The forum saw the attendance of Labour Minister Malee Suksan and representatives from the River Promotion Agency (RPA), the Lotus Water Board, and others.",
		has: []string{"ATTENDED Department of Water → 5th River Forum ATTENDEE", "ATTENDED Ministry of Ports → 5th River Forum ATTENDEE", "ATTENDED Lotus National University → 5th River Forum ATTENDEE",
			"ATTENDED Malee Suksan → 5th River Forum ATTENDEE", "ATTENDED River Promotion Agency → 5th River Forum ATTENDEE", "ATTENDED Lotus Water Board → 5th River Forum ATTENDEE"},
	},
	{
		name: "a day and a place behind those who were in the chair",
		text: "The 5th River Summit was co-chaired by Prime Minister Malee Suksan and President Ahn Min-jun of the Republic of Korea in Bangkok on May 5, 2022. Opening the 6th River Summit, Energy Minister Anan Rakthai said that rain would come.",
		has:  []string{"CHAIRED Ahn Min-jun → 5th River Summit CHAIR", "MEETING 5th River Summit 2022-05-05 HELD", "HELD_AT 5th River Summit → กรุงเทพมหานคร", "HOLDS Ahn Min-jun → President เกาหลีใต้", "CHAIRED Anan Rakthai → 6th River Summit CHAIR"},
		not:  []string{"CHAIRED Malee Suksan → 6th"},
	},
	{
		name: "an agreement without a name, by its verb",
		text: "The Ministry of Transport on May 5, 2022 entered into a memorandum of understanding (MoU) with the Ministry of Canals of Laos to move goods.",
		has:  []string{"PARTY_TO กระทรวงคมนาคม → memorandum of understanding (MoU)", "PARTY_TO Ministry of Canals of Laos → memorandum of understanding (MoU)"},
	},
	{
		name: "names between commas behind an office, and offices behind a name with the",
		text: "A memorandum of understanding was signed between the ministry’s permanent secretary, Malee Suksan, and Kenji Tanaka, Vice-Minister for Canals. Anan Rakthai, the director-general of the Ministry of Canals, was away.",
		has:  []string{"SIGNED Malee Suksan → memorandum of understanding", "SIGNED Kenji Tanaka → memorandum of understanding", "HOLDS Malee Suksan → permanent secretary", "HOLDS Anan Rakthai → director-general Ministry of Canals"},
		not:  []string{"SIGNED Anan"},
	},
	{
		name: "ministries of a kingdom as parties, a meeting that a body convened for, talks on the sidelines",
		text: "The Ministry of Digital Economy and Society of the Kingdom of Thailand and the Ministry of Ports of Japan have signed a Memorandum of Cooperation (MoC) to share data. The River Network convened for its 6th annual meeting on Monday in Bangkok. On the sidelines of the 5th River Summit in Bangkok on May 4, 2022, Prime Minister Malee Suksan held talks with Vietnamese Prime Minister Nguyen Van Minh.",
		has: []string{"PARTY_TO กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม → Memorandum of Cooperation (MoC)", "PARTY_TO Ministry of Ports of Japan → Memorandum of Cooperation (MoC)", "HELD_AT 6th annual meeting → กรุงเทพมหานคร",
			"MEETING talks with Vietnamese Prime Minister Nguyen Van Minh 2022-05-04 HELD"},
	},
	{
		name: "what is to come has a day and a place and nobody was there",
		text: "June 3, 2024, Government Spokesperson Wichai Jaidee disclosed that Prime Minister Malee Suksan is scheduled to attend the 9th Mekong Trade Forum in Vientiane, Lao PDR on June 20-21, 2024.",
		has:  []string{"MEETING 9th Mekong Trade Forum 2024-06-20 2024-06-21 PLANNED"},
		not:  []string{"ATTENDED"},
	},
	{
		name: "an agreement between two bodies, signed before witnesses",
		text: "December 16, 2024, at the Pine Room, Prime Minister Malee Suksan and Dato’ Seri Ahmad Razak, Prime Minister of Malaysia, witnessed the signing of the Memorandum of Understanding (MoU) between Borneo Timber Board (BTB) and the Forest Authority of Thailand on Timber Industry Development.",
		has: []string{"WITNESSED Malee Suksan → Memorandum of Understanding (MoU) between Borneo Timber Board (BTB) and the Forest Authority of Thailand on Timber Industry Development",
			"PARTY_TO Forest Authority of Thailand → Memorandum of Understanding (MoU) between Borneo Timber Board (BTB) and the Forest Authority of Thailand on Timber Industry Development",
			"PARTY_TO Borneo Timber Board → Memorandum of Understanding (MoU) between Borneo Timber Board (BTB) and the Forest Authority of Thailand on Timber Industry Development", "HOLDS Ahmad Razak → Prime Minister มาเลเซีย"},
	},
	{
		name: "a visit with those who went along",
		text: "April 25, 2022, at 1115hrs, Prime Minister Malee Suksan, together with Minister of Labor Somchai Dee-ngam, visited the Grand Lotus Hotel. She was accompanied by Pol Gen Anan Rakthai.",
		has:  []string{"ATTENDED Malee Suksan → visited the Grand Lotus Hotel ATTENDEE", "ATTENDED Somchai Dee-ngam → visited the Grand Lotus Hotel ATTENDEE", "ATTENDED Anan Rakthai → visited the Grand Lotus Hotel ATTENDEE", "HELD_AT visited the Grand Lotus Hotel → Grand Lotus Hotel"},
	},
	{
		name: "an office behind the body that it is in, and an ambassador’s countries",
		text: "Participating in the 3rd Trade Forum were Mr. Ted Hall, NKTC president, Jane Roe, Ambassador of Japan to Thailand, and Ms. Ann Lee, managing director of the Northern Kingdom Trade Council (NKTC).",
		has:  []string{"HOLDS Ted Hall → president Northern Kingdom Trade Council", "HOLDS Ann Lee → managing director Northern Kingdom Trade Council", "HOLDS Jane Roe → Ambassador of Japan to Thailand", "COUNTRY ญี่ปุ่น"},
	},
	{
		name: "later short names of somebody, and no other Cap words",
		text: "President Boris Ivanov attended the 4th River Summit on May 5, 2021. The Prime Minister looks forward to welcoming President Ivanov. Ivanov Square is a market.",
		has:  []string{"ATTENDED Boris Ivanov → 4th River Summit ATTENDEE", "MEETING 4th River Summit 2021-05-05 HELD"},
		not:  []string{"PERSON Ivanov"},
	},
	{
		name: "what a spokesman only hopes for is no event, budgets and generic words neither",
		text: "The Prime Minister emphasized the importance of regular meetings and discussions, a high-level exchange of visits, and talks on trade. Most agencies attended to the summit of the hill.",
		not:  []string{"MEETING", "MINISTRY", "PERSON"},
	},
	{
		name: "offices attached to another's, and chiefs of something",
		text: "Participating in the 5th Harvest Forum were Minister of Energy Somchai Dee-ngam, Minister Attached to the Prime Minister’s Office Chousak Srinil, and Prof. Anan Rakthai, Chief Adviser of the Government of Nepal.",
		has:  []string{"HOLDS Somchai Dee-ngam → Minister of Energy", "HOLDS Chousak Srinil → Minister Attached สำนักนายกรัฐมนตรี", "HOLDS Anan Rakthai → Chief Adviser Government of Nepal"},
		not:  []string{"HOLDS Somchai Dee-ngam → Minister Attached"},
	},
	{
		name: "later words for one event, hosts of it, and who signed",
		text: "Prime Minister Malee Suksan met Malaysian Prime Minister Ahmad Razak in Putrajaya on 4 September 2025. Trade Minister Somchai Dee-ngam also attended the meeting. The 8th River Forum was co-chaired by the two leaders. It was hosted by Malaysia's Ministry of Trade.",
		has: []string{"ATTENDED Somchai Dee-ngam → met Malaysian Prime Minister Ahmad Razak ATTENDEE", "MEETING met Malaysian Prime Minister Ahmad Razak 2025-09-04 HELD", "CHAIRED Ahmad Razak → 8th River Forum CHAIR",
			"ORGANIZED Ministry of Trade → 8th River Forum ORGANIZER"},
	},
	{
		name: "an agreement signed by people, another only approved",
		text: "The Coral Bank and Big Data Ltd. signed a memorandum of understanding (MoU) on coral data on 26 November 2019. The MoU was signed by Somchai Dee-ngam, President and CEO of Coral Bank, and Abel Sun, CEO of Big Data Ltd. The cabinet approved the draft Agreement on Fisheries between Japan and Thailand.",
		has: []string{"SIGNED Abel Sun → memorandum of understanding (MoU) on coral data", "HOLDS Somchai Dee-ngam → President Coral Bank", "AGREEMENT memorandum of understanding (MoU) on coral data 2019-11-26 SIGNED",
			"PARTY_TO ญี่ปุ่น → Agreement on Fisheries between Japan and Thailand"},
	},
	{
		name: "a paragraph broken at a width is one; titles below each other are not",
		text: "July 6, 2023, Deputy Secretary-General to the Prime Minister and Acting Government\nSpokesperson Wichai Jaidee disclosed that the agency will continue to work closely with\nall concerned bodies in the year ahead.",
		has:  []string{"HOLDS Wichai Jaidee → Acting Government Spokesperson"},
	},
	{
		name: "news: portfolios before an office, bodies behind its comma, small letters, and plural offices that are nobody's name",
		text: "January 8, 2024, Tourism and Sports Minister Somchai Dee-ngam presided over the 4th Tree Forum, which saw the attendance of Wichai Jaidee, Permanent Secretary, Ministry of Commerce, and National Representatives. Malee Suksan, Nepal’s minister of home affairs, and Chief Green Town Officers thanked the DES Ministry. Mali Berg, director general of regional administration of Nepal’s Ministry of Forests, left.",
		has: []string{"HOLDS Somchai Dee-ngam → Tourism and Sports Minister", "ATTENDED Wichai Jaidee → 4th Tree Forum ATTENDEE", "HOLDS Wichai Jaidee → Permanent Secretary กระทรวงพาณิชย์",
			"HOLDS Malee Suksan → minister of home affairs เนปาล", "HOLDS Mali Berg → director general of regional administration Ministry of Forests", "MINISTRY กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม"},
		not: []string{"Green Town", "MINISTRY Ministry of Commerce, and", "MINISTRY DES"},
	},
	{
		name: "news: a forum opens in a town, members of bodies come with a minister",
		text: "The 4th Tree Forum opened in Bangkok on July 12, 2023. Also in attendance at the 4th Tree Forum were Minister of Energy Somchai Dee-ngam, together with members of the Northern Timber Board (NTB), Japan International Cooperation Agency (JICA), and Ministry of Commerce.",
		has:  []string{"HELD_AT 4th Tree Forum → กรุงเทพมหานคร", "ATTENDED Northern Timber Board → 4th Tree Forum ATTENDEE", "ATTENDED กระทรวงพาณิชย์ → 4th Tree Forum ATTENDEE", "ATTENDED องค์การความร่วมมือระหว่างประเทศแห่งประเทศญี่ปุ่น → 4th Tree Forum ATTENDEE"},
	},
	{
		name: "news: an agreement told of for the first time needs no subject",
		text: "The Ministry of Commerce and Big Data Ltd. have signed a Memorandum of Cooperation (MoC) to strengthen trade.",
		has:  []string{"PARTY_TO กระทรวงพาณิชย์ → Memorandum of Cooperation (MoC)", "PARTY_TO Big Data Ltd. → Memorandum of Cooperation (MoC)"},
	},
	{
		name: "papers that lines consist of: each is an agreement of its own, whatever words its name holds",
		text: "The cabinet met on May 5, 2022. Some of the resolutions are as follows:\nTitle: Draft MOU on Water Cooperation under the River Fund between Ministry of Commerce and Embassy of Japan in Thailand\nThe cabinet approved the draft MOU on Water Cooperation under the River Fund between Ministry of Commerce and Embassy of Japan in Thailand, as proposed by Ministry of Commerce.\nThe documents to be adopted are:\nDraft River Leaders' Declaration on Canals and Ports to Link Six Nations\nDraft River Leaders' Declaration on the Price of Rice",
		has: []string{"AGREEMENT MOU on Water Cooperation under the River Fund between Ministry of Commerce and Embassy of Japan in Thailand APPROVED",
			"AGREEMENT River Leaders' Declaration on Canals and Ports to Link Six Nations ANNOUNCED", "AGREEMENT River Leaders' Declaration on the Price of Rice ANNOUNCED"},
		not: []string{"Thailand The cabinet"},
	},
	{
		name: "a numbered list of papers that have been signed; the signing that a cabinet approves is no event",
		text: "Prime Minister Malee Suksan attended the 5th River Summit on May 5, 2022. At the 5th River Summit, the following 2 documents have been signed:\n1. River Basin Charter\n2. Memorandum of Association on the Establishment of the River Facility\nThe cabinet approved the signing of the Agreement on Fisheries between Japan and Thailand.",
		has:  []string{"AGREEMENT River Basin Charter SIGNED", "AGREEMENT Memorandum of Association on the Establishment of the River Facility SIGNED"},
		not:  []string{"MEETING signing"},
	},
	{
		name: "names of abroad, offices of staffs, lists of those met",
		text: "May 5, 2022, Prime Minister Malee Suksan met with H.E. Mr. Joseph D' Cruz, Ambassador of Malta to Thailand, Pehin Dato Abdul Rahman bin Haji Ismail, Minister of Energy of Brunei, and Mr. Kenji Tanaka. Gen. Anan Rakthai’s brother, Chief of Staff of the Royal Thai Army Gen. Somchai Dee-ngam, was away.",
		has: []string{"HOLDS Joseph D' Cruz → Ambassador of Malta to Thailand", "HOLDS Abdul Rahman bin Haji Ismail → Minister of Energy บรูไน", "PERSON Anan Rakthai", "HOLDS Somchai Dee-ngam → Chief of Staff กองทัพบก",
			"ATTENDED Abdul Rahman bin Haji Ismail → met with H.E. Mr. Joseph D' Cruz, Ambassador of Malta to Thailand ATTENDEE", "ATTENDED Kenji Tanaka → met with H.E. Mr. Joseph D' Cruz, Ambassador of Malta to Thailand ATTENDEE"},
		not: []string{"ATTENDED Somchai", "Rakthai’s"},
	},
	{
		name: "bodies: the staff of an office, lists of portfolios, a body behind another's",
		text: "The plan of the Ministry of Transport’s Department of Highways and Department of Rural Roads was seen by the Office of Justice Permanent Secretary, Justice Minister’s Office, the Office of National Economic and Social Development Council, and Northport Provincial Administrative Organization.",
		has:  []string{"AGENCY กรมทางหลวง", "AGENCY กรมทางหลวงชนบท", "AGENCY Office of Justice Permanent Secretary", "AGENCY Justice Minister’s Office", "AGENCY Office of National Economic and Social Development Council", "LOCAL_GOVERNMENT Northport Provincial Administrative Organization"},
		not:  []string{"AGENCY Highways"},
	},
	{
		name: "news: an event with its year opens in a town; a delegation led by somebody attends",
		text: "The Lotus Cities Annual Meeting 2019 was officially opened in Bangkok on August 23. A delegation led by Deputy Minister of Construction Kenji Tanaka attended the event.",
		has:  []string{"MEETING Lotus Cities Annual Meeting 2019 2019-08-23 HELD", "HELD_AT Lotus Cities Annual Meeting 2019 → กรุงเทพมหานคร", "ATTENDED Kenji Tanaka → Lotus Cities Annual Meeting 2019 ATTENDEE"},
	},
	{
		name: "the cabinet meets in its headline, and in its meeting of a day",
		text: "The cabinet met on May 6, 2025\nTitle: Draft Ministerial Regulation on Rice\nThe cabinet, in its meeting on April 1, 2025, approved the regulation.",
		has:  []string{"MEETING cabinet met 2025-05-06 HELD", "MEETING cabinet, in its meeting 2025-04-01 HELD"},
	},
	{
		name: "papers of a list that a cabinet approves; what will be signed is not",
		text: "The cabinet met on May 5, 2022.\nThe cabinet approved the following proposals of Ministry of Energy:\n1. Approved 2 outcome documents of the meeting as follows:\na. Joint Statement of the Seventh River Education Ministers Meeting\nb. Joint Declaration on the Common Space in Higher Canals of Asia\nSpokesperson Malee Suksan disclosed the cabinet’s approval of the Memorandum of Understanding on fish between Ministry of Commerce and Ministry of Ports of Japan, which will be signed by Anan Rakthai, Minister of Commerce.",
		has: []string{"AGREEMENT Joint Statement of the Seventh River Education Ministers Meeting APPROVED", "AGREEMENT Joint Declaration on the Common Space in Higher Canals of Asia APPROVED",
			"AGREEMENT Memorandum of Understanding on fish between Ministry of Commerce and Ministry of Ports of Japan APPROVED"},
		not: []string{"SIGNED"},
	},
	{
		name: "who represents, who is in the chair with others, offices of the committee, halls with their number",
		text: "May 5, 2022, Prime Minister Malee Suksan chaired the 1/2022 meeting of the National River Committee at the Conference Room 301, Command Building 1. Attending the meeting were Vice Chairperson of the Committee Anan Rakthai, and Minister of Justice Somchai Dee-ngam. The 23rd River Council Meeting was held in Jakarta, Indonesia, on May 3, 2022, with Indonesian Coordinating Minister for Economic Affairs Budi Hartono as chair. Representing Thailand at the meeting was Vice Minister for Commerce Wichai Jaidee. Malee Suksan had a telephone conversation with President Jose R. Cruz Jr. of the Philippines.",
		has: []string{"HELD_AT 1/2022 meeting of the National River Committee → Conference Room 301", "HELD_AT 1/2022 meeting of the National River Committee → Command Building 1", "HOLDS Anan Rakthai → Vice Chairperson of the Committee",
			"ATTENDED Anan Rakthai → 1/2022 meeting of the National River Committee ATTENDEE", "CHAIRED Budi Hartono → 23rd River Council Meeting CHAIR", "HOLDS Budi Hartono → Coordinating Minister for Economic Affairs อินโดนีเซีย",
			"ATTENDED Wichai Jaidee → 23rd River Council Meeting ATTENDEE", "HOLDS Jose R. Cruz Jr. → President ฟิลิปปินส์", "ATTENDED Malee Suksan → telephone conversation with President Jose R. Cruz Jr. of the Philippines ATTENDEE"},
		not: []string{"HOLDS Somchai Dee-ngam → Vice"},
	},
	{
		name: "a paragraph broken at a width before a bracket, below its title",
		text: "PM meets with Chair of Lotus Thailand Trade and Economic\nCommittee\nMarch 15, 2023, at 0830hrs, at the Purple Room, Thai Khu Fah Building, Government House,\nMr. Kenji Tanaka, vice-chairman of the Board of Councilors of Lotus Business Federation\n(Ludanren), and Mr. Jun Mori, chair of Lotus Thailand Trade and Economic Committee, paid\na courtesy call on Prime Minister Malee Suksan on occasion of the plan for the year of\nthe two countries. Secretary to Minister of Labor Anan Rakthai was away.",
		has: []string{"MEETING courtesy call on Prime Minister Malee Suksan 2023-03-15 HELD", "ATTENDED Jun Mori → courtesy call on Prime Minister Malee Suksan ATTENDEE",
			"HELD_AT courtesy call on Prime Minister Malee Suksan → Purple Room", "HOLDS Anan Rakthai → Secretary to Minister of Labor"},
	},
	{
		name: "both prime ministers witness what is signed",
		text: "May 5, 2022, at the Ivory Room, Government House, Prime Minister Malee Suksan met with Prime Minister of the Kingdom of Bhutan Dorji Wangmo. Later, the Prime Ministers of Thailand and Bhutan witnessed the signing of the Thailand-Bhutan Free Trade Agreement (FTA).",
		has:  []string{"WITNESSED Malee Suksan → Thailand-Bhutan Free Trade Agreement (FTA)", "WITNESSED Dorji Wangmo → Thailand-Bhutan Free Trade Agreement (FTA)"},
	},
}

// TestSpeechTitle reads the title of a speech for who gave it, and where.
func TestSpeechTitle(t *testing.T) {
	title := "Keynote Address by H.E. Ms. Malee Suksan, Prime Minister of the Kingdom of Thailand, at the 5th River Forum 2022"
	got := said(read(t, newExtractor(t), kg.Document{ID: "document-x", Text: title + "\n\nExcellencies,\nIt is a pleasure to be with you today at the 5th River Forum 2022 in Bangkok on May 5, 2022."}))
	if want := "ATTENDED Malee Suksan → 5th River Forum 2022 ATTENDEE"; !slices.Contains(got, want) {
		t.Errorf("it does not say %q but %q", want, got)
	}
}

func TestEnglishRules(t *testing.T) { checkRules(t, englishRules) }
